const day = new Intl.DateTimeFormat('en', { weekday: 'long', day: 'numeric', month: 'long' });
const time = new Intl.DateTimeFormat('en', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

export const formatDay = (instant: string) => day.format(new Date(instant));
export const formatTime = (instant: string) => time.format(new Date(instant));

/** Formats a length as people say it: `26 min`. */
export const formatLength = (seconds: number) =>
  seconds < 60 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`;

/** Formats a time in a recording: `7:05`, or `1:07:05` after the first hour. */
export function formatPosition(seconds: number): string {
  const whole = Math.floor(seconds);
  const [hours, minutes, rest] = [whole / 3600, (whole % 3600) / 60, whole % 60].map(Math.floor);
  const padded = (value = 0) => String(value).padStart(2, '0');
  return hours ? `${hours}:${padded(minutes)}:${padded(rest)}` : `${minutes}:${padded(rest)}`;
}

export const count = (number: number, noun: string) =>
  `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
