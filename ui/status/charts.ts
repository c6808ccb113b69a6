import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { StatusReport } from '../../src/telemetry/status/statusReport.js';
import { h } from './dom.js';
import { counted, duration, number, sum } from './format.js';

const HEIGHT_PX = 150;
/** The rate of the current minute is unknown in its first seconds. */
const MIN_SECONDS = 10;

type Values = readonly (number | null)[];

interface Line {
  readonly label: string;
  /** Name of a color of the style sheet. */
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
  readonly figure: HTMLElement;
  readonly plotPlace: HTMLElement;
  plot: uPlot | null;
  /** What the plot was made for: with other lines, it is made again. */
  madeFor: string;
}

/** Draws the charts of a report into an element, and draws them again with each report. */
export class Charts {
  private readonly charts: Chart[] = [];
  private report: StatusReport | null = null;

  constructor(private readonly place: HTMLElement) {
    new ResizeObserver(() => {
      this.fit();
    }).observe(place);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
      this.draw(true);
    });
  }

  /** @param limit requests per second that the company allows; null: several companies are shown. */
  show(report: StatusReport, limit: number | null): void {
    this.report = report;
    this.contents = contentsOf(report, limit);
    this.draw(false);
  }

  private contents: readonly ChartContent[] = [];

  private draw(isAfresh: boolean): void {
    const { report } = this;
    if (report === null) return;
    const times = timesOf(report);
    this.contents.forEach((content, index) => {
      const chart = (this.charts[index] ??= this.add());
      const madeFor = content.lines.map(({ label }) => label).join();
      const [heading, , legend] = chart.figure.children;
      if (heading !== undefined) heading.textContent = content.title;
      chart.plotPlace.setAttribute('aria-label', content.summary);
      legend?.replaceChildren(...legendOf(content));
      const data = [times, ...content.lines.map(({ values }) => values)] as uPlot.AlignedData;
      if (chart.plot === null || isAfresh || chart.madeFor !== madeFor) {
        chart.plot?.destroy();
        chart.plot = new uPlot(optionsOf(content, widthOf(chart)), data, chart.plotPlace);
        chart.madeFor = madeFor;
      } else chart.plot.setData(data);
    });
  }

  private add(): Chart {
    const plotPlace = h('div', { class: 'plot', role: 'img' });
    const figure = h(
      'figure',
      { class: 'card chart' },
      h('figcaption'),
      plotPlace,
      h('ul', { class: 'legend' }),
    );
    this.place.append(figure);
    return { figure, plotPlace, plot: null, madeFor: '' };
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
    waits(report),
    operations(report),
    savings(report),
    rateLimited(report),
    durations(report),
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

function waits({ minutes }: StatusReport): ChartContent {
  const means = meansOf(minutes.waitedMs, minutes.requests);
  return {
    title: 'Wait of a request for its slot',
    format: duration,
    lines: [{ label: 'mean of a minute', color: '--violet', values: means }],
    summary: `Requests waited for up to ${duration(mostOf(means))} in the mean of a minute.`,
  };
}

function operations({ minutes }: StatusReport): ChartContent {
  return {
    title: 'Operations per minute',
    format: number,
    lines: [
      { label: 'all', color: '--blue', values: minutes.operations },
      { label: 'with errors', color: '--red', values: minutes.failedOperations },
    ],
    summary: `${counted(sum(minutes.operations), 'operation')}, ${number(sum(minutes.failedOperations))} of them with errors.`,
  };
}

function savings({ minutes }: StatusReport): ChartContent {
  return {
    title: 'Savings per minute',
    format: number,
    lines: [
      { label: 'requests sent', color: '--blue', values: minutes.requests },
      { label: 'requests shared', color: '--amber', values: minutes.sharedRequests },
      { label: 'pages and records from a cache', color: '--green', values: minutes.cacheHits },
    ],
    summary: `${counted(sum(minutes.requests), 'request')} sent, ${counted(sum(minutes.sharedRequests), 'request')} shared, and ${number(sum(minutes.cacheHits))} pages and records from a cache.`,
  };
}

function rateLimited({ minutes }: StatusReport): ChartContent {
  return {
    title: '429 responses of Gong per minute',
    format: number,
    lines: [{ label: '429s', color: '--red', values: minutes.rateLimited }],
    summary: `Gong answered ${counted(sum(minutes.rateLimited), 'request')} with 429.`,
  };
}

function durations({ minutes }: StatusReport): ChartContent {
  const means = meansOf(minutes.durationMs, minutes.operations);
  return {
    title: 'Duration of operations',
    format: duration,
    lines: [{ label: 'mean of a minute', color: '--violet', values: means }],
    summary: `Operations took up to ${duration(mostOf(means))} in the mean of a minute.`,
  };
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

/** Returns the names of the lines, each with its greatest value. */
function legendOf({ lines, format }: ChartContent): readonly HTMLElement[] {
  return lines.map(({ label, color, values, isDashed = false }) =>
    h(
      'li',
      {},
      h('span', { class: `mark ${color.slice(2)}${isDashed ? ' dashed' : ''}` }),
      isDashed ? `${label} ${format(mostOf(values))}` : `${label}, at most ${format(mostOf(values))}`,
    ),
  );
}

function optionsOf({ lines, format }: ChartContent, width: number): uPlot.Options {
  const colors = getComputedStyle(document.documentElement);
  const color = (name: string): string => colors.getPropertyValue(name).trim();
  const axis = { stroke: color('--muted'), font: '11px system-ui, sans-serif' };
  const grid = { stroke: color('--grid'), width: 1 };
  return {
    width,
    height: HEIGHT_PX,
    legend: { show: false },
    cursor: { y: false, drag: { setScale: false } },
    scales: { y: { range: (_plot, _min, max) => [0, max > 0 ? max * 1.1 : 1] } },
    series: [
      {},
      ...lines.map((line) => ({
        label: line.label,
        stroke: color(line.color),
        width: 1.5,
        // Only minutes without neighbors, which make no line.
        points: { show: () => false, size: 4 },
        ...(line.isDashed === true ? { dash: [4, 4] } : { fill: `${color(line.color)}14` }),
      })),
    ],
    axes: [
      { ...axis, grid: { show: false }, values: '{HH}:{mm}', space: 60 },
      {
        ...axis,
        grid,
        size: 52,
        values: (_plot, splits) => splits.map((value) => format(value)),
      },
    ],
  };
}
