import uPlot from 'uplot';
import type { CountFragment } from '../../../../client/index.ts';
import { count } from './words.ts';

export type Tone = 'accent' | 'warn' | 'bad';

interface Picture {
  /** Where it is drawn; its style has the colours and the font. */
  readonly element: HTMLElement;
  readonly bars: readonly CountFragment[];
  readonly tones: readonly Tone[];
  readonly chosen: string | null;
  readonly onPick: (index: number) => void;
}

const FONT_PX = 11;
const LABEL_SPACE_PX = 22;

/** A bar for each count, its number above it, no grid: there is nothing between two ranges to read off. */
export function optionsOf({ element, bars, tones, chosen, onPick }: Picture): uPlot.Options {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const font = `${FONT_PX}px ${style.fontFamily}`;
  const fills = bars.map(({ key }, index) =>
    chosen === null || chosen === key ? colour(tones[index] ?? 'accent') : colour('line'),
  );
  return {
    width: element.clientWidth,
    height: element.clientHeight,
    padding: [LABEL_SPACE_PX, 0, 0, 0],
    legend: { show: false },
    cursor: { x: false, y: false, points: { show: false }, drag: { x: false, y: false } },
    scales: {
      x: { time: false, range: () => [-0.6, bars.length - 0.4] },
      y: { range: (_, __, most) => [0, Math.max(1, most)] },
    },
    axes: [
      {
        size: LABEL_SPACE_PX,
        gap: 2,
        font,
        stroke: colour('ink-soft'),
        grid: { show: false },
        ticks: { show: false },
        splits: () => bars.map((_, index) => index),
        values: () => bars.map(({ label }) => label),
      },
      { show: false },
    ],
    series: [
      {},
      {
        points: { show: false },
        // An empty range has no bar: no outline either.
        width: 0,
        ...barsOf(fills),
      },
    ],
    hooks: {
      draw: [(plot) => drawNumbers(plot, { bars, font, ink: colour('ink') })],
      ready: [(plot) => plot.over.addEventListener('click', () => pickAt(plot, onPick))],
    },
  };
}

function barsOf(fills: readonly string[]): Pick<uPlot.Series, 'paths'> {
  const paths = uPlot.paths.bars?.({
    size: [0.72, 64],
    radius: 0.08,
    // 3 is uPlot's word for colours.
    disp: { fill: { unit: 3, values: () => [...fills] } },
  });
  return paths === undefined ? {} : { paths };
}

function drawNumbers(
  plot: uPlot,
  { bars, font, ink }: { readonly bars: readonly CountFragment[]; readonly font: string; readonly ink: string },
): void {
  const { ctx } = plot;
  ctx.save();
  ctx.font = font.replace(String(FONT_PX), String(FONT_PX * devicePixelRatio));
  ctx.fillStyle = ink;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'bottom';
  for (const [index, bar] of bars.entries()) {
    const top = plot.valToPos(bar.count, 'y', true) - 4 * devicePixelRatio;
    ctx.fillText(count(bar.count), plot.valToPos(index, 'x', true), top);
  }
  ctx.restore();
}

function pickAt({ cursor }: uPlot, onPick: (index: number) => void): void {
  if (typeof cursor.idx === 'number') onPick(cursor.idx);
}
