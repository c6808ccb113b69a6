import { dateTime, enumOf, flag } from '../../gong/coerce.js';
import { getUserHistory, type GongSettingChange } from '../../gong/endpoints/userSettings.js';
import type { Resolvers } from '../generated/graphql.js';

export type UserSettingChangeModel = GongSettingChange;

const settingOf = enumOf([
  'WEB_CONFERENCES_RECORDED',
  'PREVENT_WEB_CONFERENCE_RECORDING',
  'EMAILS_IMPORTED',
  'PREVENT_EMAIL_IMPORT',
  'ACTIVE',
  'NON_RECORDED_MEETINGS_IMPORTED',
  'GONG_CONNECT_ENABLED',
  'CALLS_IMPORTED',
  'INTERVIEWS_RECORDED',
  'PREVENT_INTERVIEW_RECORDING',
]);

export const userSettingsResolvers: Pick<Resolvers, 'User' | 'UserSettingChange'> = {
  User: {
    settingsHistory: async ({ id }, _args, { loaders }) => {
      const history = await loaders.reads.one(getUserHistory, id);
      return history === null ? null : [...history.changes];
    },
  },
  UserSettingChange: {
    setting: ({ setting }) => settingOf(setting),
    value: ({ value }) => flag(value),
    changedAt: ({ time }) => dateTime(time),
  },
};
