import { isGongId } from '../../../gong/endpoints/wire.js';
import { IncomingUpload } from '../../../company/uploads/recording.js';
import { reportOn, type InputRule, type Values } from './rule.js';
import { periodOf } from './windows.js';

/** Maximum of Gong's 32-bit milliseconds within a recording. */
const MAX_POSITION_MS = 2 ** 31 - 1;

const primaryUserTakesPart: InputRule = ({ primaryUserId, parties }, context) => {
  const users = (parties as readonly Values[]).map(({ userId }) => userId);
  // A missing party and an invalid ID are already reported.
  if (users.length === 0 || !isGongId(primaryUserId as string)) return;
  if (users.includes(primaryUserId)) return;
  reportOn(
    context,
    'parties',
    `must include the primary user: set the userId of one party to ${JSON.stringify(primaryUserId)}`,
  );
};

/** The timeline refers to parties by keys that the call defines. */
const timelineNamesParties: InputRule = ({ parties, speakersTimeline }, context) => {
  const keys = (parties as readonly Values[]).flatMap(({ partyId }) =>
    typeof partyId === 'string' ? [partyId] : [],
  );
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice !== undefined) {
    reportOn(context, 'parties', `must not contain the partyId ${JSON.stringify(twice)} twice`);
  }
  if (speakersTimeline == null || (parties as readonly Values[]).length === 0) return;
  const { speechSegments } = speakersTimeline as { readonly speechSegments: readonly Values[] };
  for (const [index, { partyIds }] of speechSegments.entries()) {
    const stranger = (partyIds as readonly string[]).find((key) => !keys.includes(key));
    if (stranger === undefined) continue;
    reportOn(
      context,
      `speakersTimeline.speechSegments[${index}].partyIds`,
      `must contain partyIds of the call's parties; no party has ${JSON.stringify(stranger)}`,
    );
  }
};

const segmentHasLength: InputRule = ({ startSeconds, endSeconds }, context) => {
  const [start, end] = [startSeconds, endSeconds] as [number, number];
  if (end * 1000 > MAX_POSITION_MS) reportOn(context, 'endSeconds', 'must be at most 24 days long');
  else if (start >= end) {
    reportOn(context, 'startSeconds', `must be earlier than "endSeconds"; got ${start} and ${end}`);
  }
};

/** Checks what is known of a file before the operation runs. */
const fileIsThere: InputRule = ({ file: upload }, context) => {
  if (!(upload instanceof IncomingUpload)) return;
  const { usedFiles } = context;
  const problem = upload.problem();
  if (problem !== null) {
    context.report(`Argument "${context.nameOf('file')}": ${problem.message}`);
  } else if (usedFiles.has(upload.file)) {
    reportOn(
      context,
      'file',
      'must be a file that no other field uses: send the file again for each use',
    );
  }
  usedFiles.add(upload.file);
};

export const uploadRules: Readonly<Record<string, readonly InputRule[]>> = {
  CreateCallInput: [
    primaryUserTakesPart,
    timelineNamesParties,
    periodOf('scheduledStart', 'scheduledEnd'),
  ],
  SpeechSegmentInput: [segmentHasLength],
  AddCallMediaInput: [fileIsThere],
};
