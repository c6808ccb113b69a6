import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { StatusReport } from '../../src/telemetry/status/statusReport.js';
import { h } from './dom.js';
import { counted, duration, minute, number, sum } from './format.js';

const HEIGHT_PX = 140;
/** A shorter part of the current minute says nothing about its rate. */
const MIN_SECONDS = 10;

type Values = readonly (number | null)[];

interface Line {
  readonly label: string;
  /** Custom property of the style sheet, such as `--blue`. */
  readonly color: string;
  readonly isDashed?: boolean;
  readonly values: Values;
}

interface ChartContent {
  readonly title: string;
  readonly format: (value: number) => string;
  readonly lines: readonly Line[];
  /** What the chart shows, in a sentence. */
  readonly summary: string;
}

interface Chart {
  readonly caption: HTMLElement;
  readonly plotPlace: HTMLElement;
  readonly legend: HTMLElement;
  plot: uPlot | null;
  /** Labels of the lines of the plot. A plot cannot get other lines. */
  labels: string;
}

/** Draws the charts of a report into an element, and draws them again with each report. */
export class Charts {
  private readonly charts: Chart[] = [];
  private times: readonly number[] = [];
  private contents: readonly ChartContent[] = [];

  constructor(private readonly place: HTMLElement) {
    new ResizeObserver(() => {
      this.fit();
    }).observe(place);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
      this.draw({ hasNewColors: true });
    });
  }

  /** @param limit requests per second that the company allows; null: several companies are shown. */
  show(report: StatusReport, limit: number | null): void {
    this.times = timesOf(report);
    this.contents = contentsOf(report, limit);
    this.draw({ hasNewColors: false });
  }

  private draw({ hasNewColors }: { readonly hasNewColors: boolean }): void {
    this.contents.forEach((content, index) => {
      const chart = (this.charts[index] ??= this.add());
      chart.caption.textContent = content.title;
      chart.plotPlace.setAttribute('aria-label', content.summary);
      const data = [this.times, ...content.lines.map(({ values }) => values)] as uPlot.AlignedData;
      const labels = content.lines.map(({ label }) => label).join();
      if (chart.plot === null || hasNewColors || chart.labels !== labels) {
        chart.plot?.destroy();
        const onCursor = (plot: uPlot): void => {
          this.showLegend(index, plot.cursor.idx ?? null);
        };
        chart.plot = new uPlot(optionsOf(content, widthOf(chart), onCursor), data, chart.plotPlace);
        chart.labels = labels;
      } else chart.plot.setData(data);
      this.showLegend(index, chart.plot.cursor.idx ?? null);
    });
  }

  /** @param at index of the minute at the pointer; null when the pointer is elsewhere. */
  private showLegend(index: number, at: number | null): void {
    const content = this.contents[index];
    const chart = this.charts[index];
    if (content === undefined || chart === undefined) return;
    chart.legend.replaceChildren(...legendOf(content, at, this.times));
  }

  private add(): Chart {
    const caption = h('figcaption');
    const plotPlace = h('div', { class: 'plot', role: 'img' });
    const legend = h('ul', { class: 'legend' });
    this.place.append(h('figure', { class: 'card chart' }, caption, plotPlace, legend));
    return { caption, plotPlace, legend, plot: null, labels: '' };
  }

  private fit(): void {
    for (const chart of this.charts) {
      const width = widthOf(chart);
      if (chart.plot !== null && chart.plot.width !== width) {
        chart.plot.setSize({ width, height: HEIGHT_PX });
      }
    }
  }
}

function widthOf({ plotPlace }: Chart): number {
  return Math.max(200, Math.floor(plotPlace.clientWidth));
}

/** Returns the start of each minute, in seconds since the epoch. */
function timesOf({ minutes }: StatusReport): readonly number[] {
  const from = Date.parse(minutes.from) / 1000;
  return minutes.requests.map((_, index) => from + index * 60);
}

function contentsOf(report: StatusReport, limit: number | null): readonly ChartContent[] {
  return [
    requestRate(report, limit),
    times(report),
    operations(report),
    operationRequests(report),
    cacheHits(report),
    rateLimited(report),
  ];
}

function requestRate({ now, minutes }: StatusReport, limit: number | null): ChartContent {
  const { requests } = minutes;
  const last = requests.length - 1;
  const lastFrom = Date.parse(minutes.from) + last * 60_000;
  const elapsed = Math.max(MIN_SECONDS, (Date.parse(now) - lastFrom) / 1000);
  const rates = requests.map((count, index) => count / (index === last ? elapsed : 60));
  const most = Math.max(...rates);
  return {
    title: 'Requests to Gong per second',
    format: number,
    lines: [
      { label: 'sent, mean of a minute', color: '--blue', values: rates },
      ...(limit === null
        ? []
        : [
            {
              label: 'limit',
              color: '--red',
              isDashed: true,
              values: rates.map(() => limit),
            },
          ]),
    ],
    summary: `Requests to Gong: up to ${number(most)} per second${limit === null ? '' : `, of ${number(limit)} that are allowed`}.`,
  };
}

function times({ minutes }: StatusReport): ChartContent {
  const waits = meansOf(minutes.waitedMs, minutes.requests);
  const durations = meansOf(minutes.durationMs, minutes.operations);
  return {
    title: 'Time, mean of a minute',
    format: duration,
    lines: [
      { label: 'of an operation', color: '--blue', values: durations },
      { label: 'wait of a request for its slot', color: '--violet', values: waits },
    ],
    summary: `In the mean of a minute, operations took up to ${duration(mostOf(durations))}, and requests waited for up to ${duration(mostOf(waits))}.`,
  };
}

function operations({ minutes }: StatusReport): ChartContent {
  const failed = sum(minutes.failedOperations);
  return countsPerMinute(
    'Operations',
    [
      { label: 'all', color: '--blue', values: minutes.operations },
      { label: 'with errors', color: '--red', values: minutes.failedOperations },
    ],
    `${counted(sum(minutes.operations), 'operation')}, ${number(failed)} of them with errors.`,
  );
}

function operationRequests({ minutes }: StatusReport): ChartContent {
  const saved = sum(minutes.sharedRequests);
  return countsPerMinute(
    'Requests of operations',
    [
      { label: 'sent', color: '--blue', values: minutes.operationRequests },
      { label: 'saved, because shared', color: '--green', values: minutes.sharedRequests },
    ],
    `${counted(sum(minutes.operationRequests), 'request')} sent for operations, and ${number(saved)} saved by sharing.`,
  );
}

function cacheHits({ minutes }: StatusReport): ChartContent {
  return countsPerMinute(
    'From a cache',
    [{ label: 'pages and records', color: '--green', values: minutes.cacheHits }],
    `${number(sum(minutes.cacheHits))} pages and records came from a cache.`,
  );
}

function rateLimited({ minutes }: StatusReport): ChartContent {
  return countsPerMinute(
    '429 responses of Gong',
    [{ label: '429s', color: '--red', values: minutes.rateLimited }],
    `Gong answered ${counted(sum(minutes.rateLimited), 'request')} with 429.`,
  );
}

function countsPerMinute(what: string, lines: readonly Line[], summary: string): ChartContent {
  return { title: `${what} per minute`, format: number, lines, summary };
}

/** Returns the mean of each minute; null when nothing was counted. */
function meansOf(totals: readonly number[], counts: readonly number[]): Values {
  return totals.map((total, index) => {
    const count = counts[index] ?? 0;
    return count === 0 ? null : total / count;
  });
}

function mostOf(values: Values): number {
  return Math.max(0, ...values.map((value) => value ?? 0));
}

/**
 * Returns the names of the lines, each with its value.
 *
 * @param at index of the minute whose values are shown; null: the greatest values are.
 */
function legendOf(
  { lines, format }: ChartContent,
  at: number | null,
  times: readonly number[],
): readonly HTMLElement[] {
  const seconds = at === null ? undefined : times[at];
  const items = lines.map(({ label, color, values, isDashed = false }) => {
    const value = at === null ? mostOf(values) : values[at];
    const text = value == null ? 'none' : format(value);
    const isMost = at === null && !isDashed;
    return h(
      'li',
      {},
      h('span', { class: `mark ${color.slice(2)}${isDashed ? ' dashed' : ''}` }),
      `${label}${isMost ? ', at most' : ''} ${text}`,
    );
  });
  return seconds === undefined ? items : [h('li', {}, minute(seconds)), ...items];
}

function optionsOf(
  { lines, format }: ChartContent,
  width: number,
  onCursor: (plot: uPlot) => void,
): uPlot.Options {
  const colors = getComputedStyle(document.documentElement);
  const color = (name: string): string => colors.getPropertyValue(name).trim();
  const axis = { stroke: color('--muted'), font: '11px system-ui, sans-serif' };
  const grid = { stroke: color('--grid'), width: 1 };
  return {
    width,
    height: HEIGHT_PX,
    legend: { show: false },
    padding: [8, 8, 0, 0],
    cursor: { y: false, drag: { setScale: false } },
    hooks: { setCursor: [onCursor] },
    scales: { y: { range: (_plot, _min, max) => [0, max > 0 ? max * 1.1 : 1] } },
    series: [
      {},
      ...lines.map((line) => ({
        label: line.label,
        stroke: color(line.color),
        width: 1.5,
        // A line needs two values, so a value between gaps is drawn as a point.
        points: {
          show: () => false,
          size: 4,
          fill: color(line.color),
          filter: (plot: uPlot, series: number) => isolatedIn(plot.data[series] ?? []),
        },
        ...(line.isDashed === true ? { dash: [4, 4] } : { fill: `${color(line.color)}14` }),
      })),
    ],
    axes: [
      { ...axis, grid: { show: false }, values: '{HH}:{mm}', space: 60, size: 28 },
      {
        ...axis,
        grid,
        size: 60,
        values: (_plot, splits) => splits.map((value) => format(value)),
      },
    ],
  };
}

/** Returns the indexes of values between gaps; null when there is no such value. */
function isolatedIn(values: ArrayLike<number | null | undefined>): number[] | null {
  const found: number[] = [];
  for (let index = 0; index < values.length; index += 1) {
    const isAlone = values[index - 1] == null && values[index + 1] == null;
    if (values[index] != null && isAlone) found.push(index);
  }
  return found.length === 0 ? null : found;
}
