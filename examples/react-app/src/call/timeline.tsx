import {
  useLayoutEffect,
  useRef,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from 'react';
import { count, formatLength, formatPosition } from '../format';
import { graphql } from '../gql';
import type { Lane, Segment, TrackerMarks } from './lanes';
import { passageAt, type Passage } from './speech';

export const TRACKED_CALL = graphql(`
  fragment TrackedCall on Call {
    durationSeconds
    trackers(detectedOnly: true) {
      trackerId
      name
      occurrences {
        startSeconds
      }
      phrases {
        phrase
        occurrences {
          startSeconds
        }
      }
    }
  }
`);

interface Props {
  readonly duration: number;
  readonly passages: readonly Passage[];
  readonly lanes: readonly Lane[];
  readonly topics: readonly Segment[];
  readonly trackers: readonly TrackerMarks[];
  /** The reader's position, in seconds. */
  readonly position: number;
  readonly onSeek: (seconds: number) => void;
}

/**
 * Who spoke when, with the topics and what trackers detected. All lanes have the same scale: positions in the SVG are
 * percentages of the call, so that they need no measuring.
 */
export function Timeline(props: Props) {
  const { duration, lanes, topics, trackers, position, onSeek } = props;
  const scale = { duration, position, onSeek };
  const spoken = lanes.reduce((sum, lane) => sum + lane.spoken, 0);
  const section = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    // The timeline can stay at the top of the window: passages stop below it.
    const height = `${section.current?.offsetHeight ?? 0}px`;
    document.documentElement.style.setProperty('--timeline-height', height);
  });
  return (
    <section ref={section} className="timeline" aria-label="Timeline">
      {topics.length > 0 && (
        <Row name="Topics">
          <Strip {...scale} height={24} label={`Topics: ${labels(topics)}`}>
            {topics.map((topic, index) => (
              <Topic key={index} topic={topic} duration={duration} />
            ))}
          </Strip>
        </Row>
      )}
      {lanes.map((lane) => (
        <SpeakerRow key={lane.speaker.key} lane={lane} of={spoken} scale={scale} />
      ))}
      {trackers.map((tracker, index) => (
        <TrackerRow key={index} tracker={tracker} scale={scale} />
      ))}
      <Row name={<Key />}>
        <Axis {...props} />
      </Row>
    </section>
  );
}

type Scale = Pick<Props, 'duration' | 'position' | 'onSeek'>;

const labels = (segments: readonly Segment[]) =>
  segments.map(({ label, start }) => `${label} at ${formatPosition(start)}`).join(', ');

/** @param props.of the time that all speakers spoke, in seconds. */
function SpeakerRow({ lane, of, scale }: { lane: Lane; of: number; scale: Scale }) {
  const { speaker, segments, spoken } = lane;
  const share = Math.round((100 * spoken) / (of || 1));
  const label = `${speaker.name} (${speaker.side}) spoke for ${formatLength(spoken)} in ${count(segments.length, 'passage')}`;
  return (
    <Row name={speaker.name} detail={`${share}%`} side={speaker.side}>
      <Strip {...scale} height={26} label={label}>
        {segments.map(({ start, end, label: text }, index) => (
          <rect
            key={index}
            className={speaker.side}
            x={percent(start, scale.duration)}
            width={percent(end - start, scale.duration)}
            y="6"
            height="14"
            rx="2"
          >
            <title>{`${formatPosition(start)} ${speaker.name}: ${text}`}</title>
          </rect>
        ))}
      </Strip>
    </Row>
  );
}

/** The name of a tracker leads to where it was detected next, for readers without a mouse. */
function TrackerRow({ tracker, scale }: { tracker: TrackerMarks; scale: Scale }) {
  const { name, at } = tracker;
  const { duration, position, onSeek } = scale;
  const times = at.map(formatPosition).join(', ');
  return (
    <Row
      name={
        <button
          className="plain"
          title="Go to the next place"
          onClick={() => onSeek(at.find((each) => each > position + 1) ?? at[0] ?? 0)}
        >
          {name}
        </button>
      }
      detail={at.length}
      side="tracker"
    >
      <Strip {...scale} height={20} label={`${name} at ${times}`}>
        {at.map((seconds) => (
          <circle key={seconds} className="tracker" cx={percent(seconds, duration)} cy="10" r="4">
            <title>{`${formatPosition(seconds)} ${name}`}</title>
          </circle>
        ))}
      </Strip>
    </Row>
  );
}

function Row(props: { name: ReactNode; detail?: ReactNode; side?: string; children: ReactNode }) {
  return (
    <div className={`lane ${props.side ?? ''}`}>
      <span className="name" title={typeof props.name === 'string' ? props.name : undefined}>
        {props.name}
      </span>
      <span className="detail">{props.detail}</span>
      {props.children}
    </div>
  );
}

/** What the colors of the speakers mean. */
const Key = () => (
  <span className="key">
    <span className="speaker internal">Company</span>{' '}
    <span className="speaker external">Guests</span>
  </span>
);

/** One lane. A click on it leads to that time; `Axis` offers the same by keyboard. */
function Strip(props: Scale & { height: number; label: string; children: ReactNode }) {
  const { duration, position, onSeek } = props;
  const seek = ({ clientX, currentTarget }: MouseEvent<SVGSVGElement>) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    onSeek(((clientX - left) / width) * duration);
  };
  const x = percent(position, duration);
  return (
    <svg width="100%" height={props.height} role="img" aria-label={props.label} onClick={seek}>
      <line className="rule" x1="0" x2="100%" y1={props.height / 2} y2={props.height / 2} />
      {props.children}
      {position > 0 && <line className="position" x1={x} x2={x} y1="0" y2="100%" />}
    </svg>
  );
}

function Topic({ topic, duration }: { topic: Segment; duration: number }) {
  const { start, end, label } = topic;
  return (
    <svg x={percent(start, duration)} width={percent(end - start, duration)} height="24">
      <title>{`${formatPosition(start)} ${label}`}</title>
      <rect className="topic" y="3" width="100%" height="18" rx="2" />
      <text className="topic-name" x="6" y="16">
        {label}
      </text>
    </svg>
  );
}

/** The scale, and the position on it. Arrow keys go from passage to passage. */
function Axis({ duration, passages, position, onSeek }: Props) {
  const current = passageAt(passages, position);
  const step = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
    const next = by && passages[(current?.index ?? 0) + by];
    if (!next || next.start === null) return;
    event.preventDefault();
    onSeek(next.start);
  };
  return (
    <div className="axis">
      <input
        type="range"
        aria-label="Position in the call"
        aria-valuetext={`${formatPosition(position)}, ${current?.speaker.name ?? 'no speaker'}`}
        min="0"
        max={duration}
        step="any"
        value={position}
        onKeyDown={step}
        onChange={({ target }) => onSeek(target.valueAsNumber)}
      />
      <svg width="100%" height="16" aria-hidden="true">
        {ticks(duration).map((seconds) => (
          <text
            key={seconds}
            x={percent(seconds, duration)}
            y="12"
            textAnchor={anchor(seconds, duration)}
          >
            {formatPosition(seconds)}
          </text>
        ))}
      </svg>
    </div>
  );
}

const percent = (seconds: number, duration: number) => `${(100 * seconds) / duration}%`;

/** Returns about five round times. */
function ticks(duration: number): readonly number[] {
  const step = [60, 120, 300, 600, 900, 1800, 3600].find((each) => duration / each <= 6) ?? 7200;
  const number = Math.floor(duration / step) + 1;
  return Array.from({ length: number }, (_, index) => index * step);
}

/** Keeps the first and the last text within the lane. */
const anchor = (seconds: number, duration: number) =>
  seconds === 0 ? 'start' : seconds > 0.95 * duration ? 'end' : 'middle';
