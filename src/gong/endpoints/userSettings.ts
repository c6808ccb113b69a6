import type { components } from '../generated/types.js';
import { list, type GongList } from '../coerce.js';
import { reads, type RecordKind } from './endpoint.js';
import type { Lenient } from './wire.js';

export type GongSettingChange = Lenient<components['schemas']['UserSettingsHistory']>;

export interface SettingsHistory {
  readonly userId: string | null;
  readonly changes: readonly GongSettingChange[];
}

export const settingsHistories: RecordKind<SettingsHistory> = {
  name: 'settingsHistory',
  group: 'users',
  idOf: ({ userId }) => userId,
  serves: 'briefly',
  reveals: 'nothing',
};

/** Reads the changes of one user's settings. Gong accepts one user per request. */
export const getUserHistory = reads('getUserHistory', settingsHistories, {
  member: null,
  toItem: ({ userSettingsHistory }, _selection, key) => ({
    userId: key,
    changes: list(userSettingsHistory as GongList<GongSettingChange>),
  }),
  byKey: { max: 1, ask: ([id = '']) => ({ path: { id } }) },
});
