import { Unusable } from '../text/problem.js';
import type { Chart } from './chart.js';
import { toDot } from './dot.js';
import { escapeXml } from './escape-xml.js';

/** Answers the SVG text of a chart. */
export type Draw = (chart: Chart) => string;

const font = "Arial, Helvetica, 'Liberation Sans', sans-serif";

/** Loads Graphviz, a development dependency, and answers how charts are drawn with it. */
export async function graphviz(): Promise<Draw> {
  const { instance } = await import('@viz-js/viz').catch(() => {
    throw new Unusable(["Graphviz isn't installed. It is a development dependency: run npm ci first."]);
  });
  const viz = await instance();
  return (chart) => {
    const result = viz.render(toDot(chart), { format: 'svg' });
    if (result.status !== 'success')
      throw new Error(`${chart.name}: ${result.errors.map(({ message }) => message).join('; ')}`);
    return named(result.output, chart);
  };
}

/** Gives the drawing a title and a description in place of Graphviz' own names of nodes. */
function named(svg: string, { name, title, caption, description }: Chart): string {
  const drawing = svg
    .slice(svg.indexOf('<svg'))
    .replace(/<!--.*?-->\n?/gs, '')
    .replace(/<title>.*?<\/title>\n?/gs, '')
    .replaceAll(' xml:space="preserve"', '')
    .replaceAll('font-family="Arial"', `font-family="${font}"`);
  const open = drawing.indexOf('>');
  const id = name.replaceAll('/', '-');
  return [
    `${drawing.slice(0, open)} role="img" aria-labelledby="${id}-title ${id}-desc">`,
    `<title id="${id}-title">${escapeXml(title)}</title>`,
    `<desc id="${id}-desc">${escapeXml(`${caption} ${description}`)}</desc>`,
    drawing.slice(open + 1).trimStart(),
  ].join('\n');
}
