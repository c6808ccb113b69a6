import { counted } from '../../../lib/counted.js';
import type { Config } from '../../../config/config.js';
import { SECOND_MS } from '../../../lib/clock.js';
import type { QuotaUsage, RefusalReason } from '../../../gong/scheduling/requestQuota.js';
import { ok, problem, warning, type Finding } from '../finding.js';
import type { ResponseFacts } from '../recordingFetch.js';

/** Gong's default limits for a company. */
const GONGS_RATE = 3;
const GONGS_DAY = 10_000;

/** From this share of the daily quota on, the doctor warns. */
const HIGH_USAGE_SHARE = 0.8;

export interface LimitFacts {
  readonly config: Pick<Config, 'requestsPerSecond' | 'requestsPerDay' | 'dayTimeZone'>;
  readonly usage: QuotaUsage;
  /** Whether the daily count survives a process. */
  readonly keepsCount: boolean;
  /** What prevents every request, and for how many milliseconds; null when nothing does. */
  readonly hold: { readonly because: RefusalReason; readonly forMs: number } | null;
  readonly seen: readonly ResponseFacts[];
}

export function limitFindings(facts: LimitFacts): readonly Finding[] {
  return [...configured(facts), usedToday(facts), ...refused(facts)];
}

function configured({ config }: LimitFacts): readonly Finding[] {
  const { requestsPerSecond, requestsPerDay } = config;
  const findings: Finding[] = [];
  const tooMuch = (name: string, value: number, gongs: number, unit: string): void => {
    findings.push(
      warning(
        'Limits',
        `${name} is ${value}, but Gong allows a company ${gongs} requests ${unit}, unless Gong has raised the limit.`,
        `Set ${name}=${gongs}, or less when other integrations use the company's quota. Keep it if Gong has raised the limit.`,
      ),
    );
  };
  if (requestsPerSecond > GONGS_RATE) {
    tooMuch('GONG_REQUESTS_PER_SECOND', requestsPerSecond, GONGS_RATE, 'a second');
  }
  if (requestsPerDay > GONGS_DAY) {
    tooMuch('GONG_REQUESTS_PER_DAY', requestsPerDay, GONGS_DAY, 'a day');
  }
  if (findings.length > 0) return findings;
  return [
    ok(
      'Limits',
      `at most ${counted(requestsPerSecond, 'request')} a second and ${requestsPerDay} a day. Gong allows ${GONGS_RATE} and ${GONGS_DAY}.`,
    ),
  ];
}

function usedToday({ config, usage, keepsCount }: LimitFacts): Finding {
  const { perDay, resetsAt } = usage;
  if (!keepsCount) {
    return ok(
      'Limits',
      'the number of requests that were used today is unknown, because no store keeps the count.',
    );
  }
  const says = `${usage.usedToday} of the day's ${perDay} requests ${usage.usedToday === 1 ? 'is' : 'are'} used, including those of the doctor.`;
  const reset = `The next day begins at ${new Date(resetsAt).toISOString()} (midnight in ${config.dayTimeZone}).`;
  if (usage.usedToday >= perDay) {
    return problem('Limits', says, `${reset} Until then, the gateway serves only cached data.`);
  }
  if (usage.usedToday >= HIGH_USAGE_SHARE * perDay) {
    return warning(
      'Limits',
      says,
      `The metrics show which tenants and operations use them. ${reset}`,
    );
  }
  return ok('Limits', says);
}

function refused({ hold, seen }: LimitFacts): readonly Finding[] {
  const tooMany = seen.filter(({ status }) => status === 429);
  if (hold?.because === 'hold') {
    return [
      problem(
        'Limits',
        `Gong requested a pause: the gateway sends nothing for another ${secondsOf(hold.forMs)} s.`,
        "Other integrations may have used up the company's quota. Identify them, then limit this gateway with GONG_REQUESTS_PER_SECOND and GONG_REQUESTS_PER_DAY.",
      ),
    ];
  }
  if (tooMany.length === 0) return [];
  const longest = Math.max(...tooMany.map(({ retryAfterMs }) => retryAfterMs ?? SECOND_MS));
  return [
    warning(
      'Limits',
      `Gong rejected ${counted(tooMany.length, 'request')} of the doctor with 429, and requested a pause of ${secondsOf(longest)} s.`,
      "Another integration uses the company's rate limit too. Set GONG_REQUESTS_PER_SECOND to the share of this gateway.",
    ),
  ];
}

function secondsOf(ms: number): number {
  return Math.ceil(ms / SECOND_MS);
}
