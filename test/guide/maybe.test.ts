import { describe, expect, test } from 'vitest';
import { planOf } from './any-answers.js';

const itemsOf = (path: string) => {
  const { checklist, warnings, procedures } = planOf(path);
  return [...checklist, ...warnings, ...procedures];
};
const find = (path: string, fact: string) => itemsOf(path).find((one) => one.fact === fact);

describe('what hangs on an answer', () => {
  test('that is not known is told as a maybe, with where to look it up', () => {
    const item = find('scenario=boot-media-over-cmg cmg-certificate=unknown', 'trusted-root/needed');
    expect(item?.holds).toBe('maybe');
    expect(item?.text).toMatch(/This holds if Certificate of the CMG is Issued by your own PKI/);
    expect(item?.text).toMatch(/look under Cloud management gateway › Server authentication certificate/);
    expect(find('scenario=boot-media-over-cmg cmg-certificate=unknown', 'trusted-root/export')?.holds).toBe('maybe');
  });

  test('that is still to be asked is not told; its question is open', () => {
    expect(find('scenario=boot-media-over-cmg', 'trusted-root/needed')).toBeUndefined();
    expect(planOf('scenario=boot-media-over-cmg').open.map(({ word }) => word)).toContain('cmg-certificate');
  });

  test('that is known is told for certain or not at all', () => {
    expect(find('scenario=boot-media-over-cmg cmg-certificate=pki', 'trusted-root/needed')?.holds).toBe('yes');
    expect(find('scenario=boot-media-over-cmg cmg-certificate=public', 'trusted-root/needed')).toBeUndefined();
  });
});

describe('what hangs on a choice of the wizard', () => {
  const imaging = 'scenario=intranet task-sequence-kind=os-image package-share=yes';

  test('says so while the choice is open', () => {
    const warning = find(imaging, 'deployment-options/direct-unverified');
    expect(warning?.holds).toBe('maybe');
    expect(warning?.text).toMatch(/This holds if you choose: Deployment options is Access content directly/);
  });

  test('is told for certain once it is made, and not at all once it is made otherwise', () => {
    expect(find(`${imaging} deployment-option=direct`, 'deployment-options/direct-unverified')?.holds).toBe('yes');
    expect(find(`${imaging} deployment-option=when-needed`, 'deployment-options/direct-unverified')).toBeUndefined();
  });

  test('is left out where what holds already says it', () => {
    const upgrade = planOf('site-version=2603 scenario=in-place-upgrade purpose=available');
    expect(upgrade.checklist.map(({ fact }) => fact)).not.toContain('deployment-options/all-first-hides-media');
  });
});

test('with every question answered as not known, nothing is blocked and nothing is left to ask', () => {
  let path = '';
  for (let next = planOf(path).open[0]; next; next = planOf(path).open[0]) path += ` ${next.word}=unknown`;
  const { verdict, unknown, checklist } = planOf(path);
  expect(verdict).toBe('ready');
  expect(unknown).toHaveLength(path.trim().split(' ').length);
  expect(checklist.filter(({ kind, holds }) => kind === 'limit' && holds === 'maybe').length).toBeGreaterThan(0);
});

test('a broken limit is a blocker, and a limit that is met stays on the checklist', () => {
  const path = 'site-version=2603 scenario=boot-media-over-cmg';
  expect(planOf(`${path} network=wireless`).blockers.map(({ fact }) => fact)).toEqual(['boot-media-over-cmg/wired']);
  expect(find(`${path} network=wired`, 'boot-media-over-cmg/wired')?.holds).toBe('yes');
});
