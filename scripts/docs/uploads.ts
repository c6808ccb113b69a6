import { MAX_CRM_FILE_BYTES } from '../../src/company/uploads/crmFile.js';
import { MAX_RECORDING_BYTES } from '../../src/company/uploads/recording.js';
import type { RecordingProblem } from '../../src/company/uploads/recordingError.js';
import { OTHER_UPLOAD_STATUS, statusByCode, statusByProblem } from '../../src/http/uploads.js';
import { errorCodes, type ErrorCode } from '../../src/lib/errorCodes.js';
import { code, table } from './markdown.js';

const problems: Readonly<Record<RecordingProblem, string>> = {
  type: 'The content is not audio or video, a file of CRM objects does not begin with an object, or the client request has a `Content-Encoding`.',
  size: `The recording is larger than ${MAX_RECORDING_BYTES / 1e9} GB, or the file of CRM objects than ${MAX_CRM_FILE_BYTES / 1e6} MB.`,
  empty: 'The body is empty.',
  partial: 'The client request has a `Content-Range`.',
  gone: 'The client disconnected, or nothing arrived for `GATEWAY_MEDIA_IDLE_TIMEOUT_MS`.',
};

/** The statuses of `PUT /uploads/<ticket>`, each with the code of the error and when it comes. */
export function uploadStatuses(): string {
  const rows: readonly (readonly [status: number, code: string, when: string])[] = [
    ...Object.entries(problems).map(
      ([problem, when]) =>
        [statusByProblem[problem as RecordingProblem], code('BAD_USER_INPUT'), when] as const,
    ),
    ...Object.entries(statusByCode).map(
      ([name, status]) => [status, code(name), errorCodes[name as ErrorCode].when] as const,
    ),
    [OTHER_UPLOAD_STATUS, 'any other code', 'Gong or the gateway failed in another way.'],
  ];
  return table(
    ['Status', 'Code', 'When'],
    [...rows].sort(([a], [b]) => a - b).map(([status, name, when]) => [String(status), name, when]),
  );
}
