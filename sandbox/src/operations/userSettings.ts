import type { User } from '../company/types.js';
import { notFound } from '../errors.js';
import { formatInstant, toMicros } from '../instants.js';
import { createRandom } from '../random.js';
import { ok, type Handler } from './types.js';

const DAY_US = 86_400_000_000;

/** `GET /v2/users/{id}/settings-history`: how each setting began, and some that changed since. */
export const getUserHistory: Handler = ({ company, path, now }) => {
  const id = path['id'] ?? '';
  const user = [...company.users, ...company.avatars].find((each) => each.id === id);
  if (user === undefined) throw notFound(`User ID ${id} was not found`);
  const random = createRandom('settings history', id);
  const created = toMicros(user.created);
  const userSettingsHistory = settingsOf(user).flatMap(([setting, value]) => {
    const changedAt = created + random.integer(1, 300) * DAY_US;
    const hasChanged = random.chance(0.3) && changedAt < now * 1000;
    const change = (to: boolean, micros: number) => ({
      setting,
      value: to,
      time: formatInstant(micros, 0),
    });
    return hasChanged
      ? [change(!value, created), change(value, changedAt)]
      : [change(value, created)];
  });
  return ok({ userSettingsHistory });
};

const settingsOf = ({ active, settings }: User): [string, boolean][] => [
  ['webConferencesRecorded', settings.webConferencesRecorded],
  ['preventWebConferenceRecording', settings.preventWebConferenceRecording],
  ['emailsImported', settings.emailsImported],
  ['preventEmailImport', settings.preventEmailImport],
  ['active', active],
  ['nonRecordedMeetingsImported', settings.nonRecordedMeetingsImported],
  ['gongConnectEnabled', settings.gongConnectEnabled],
  ['callsImported', settings.telephonyCallsImported],
  ['interviewsRecorded', false],
  ['preventInterviewRecording', false],
];
