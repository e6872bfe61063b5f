/** An upgrade that is ready, and not high-risk. */
export const calm =
  'site-version=2509 scenario=in-place-upgrade purpose=available collection-type=custom device-join=hybrid client-authentication=pki ' +
  'feature-update=no package-share=no multicast=no cmg-certificate=pki';

/** A high-risk deployment that is ready, but for its collection. */
export const risky =
  'site-version=2509 scenario=intranet task-sequence-kind=os-image purpose=required collection-type=custom collection-size=20 ' +
  'default-size=100 maximum-size=0 collection-has-site-server=no collection-has-server=no has-boot-image=yes package-share=no multicast=no';

/** The same with its collection. */
export const riskyNamed = `${risky} collection="Branch PCs"`;
