/** Writes a call as sections with headings. A section without content is left out. */
export function toText(call) {
  const sections = [
    ['Call', about(call)],
    ['People', lines(call.parties, person)],
    ['CRM', lines(crmObjects(call), crmObject)],
    ['Brief', call.brief],
    ['Key points', lines(call.keyPoints, (point) => point)],
    ['Outcome', call.outcome?.name],
    ['Phases', lines(call.structure, timed)],
    ['Topics', lines(call.topics, timed)],
    ['Outline', lines(call.outline, ({ section, items }) => withItems(section, items))],
    ['Highlights', lines(call.highlights, ({ title, items }) => withItems(title, items))],
    [
      'Trackers',
      lines(
        call.trackers?.filter(({ count }) => count > 0),
        tracker,
      ),
    ],
    ['Interaction', interaction(call.interaction)],
    [
      'Comments',
      lines(call.comments, ({ author, text }) => `${author?.name ?? 'Unknown'}: ${text}`),
    ],
    ['Reviews', lines(call.answeredScorecards, review)],
    ['Transcript', call.transcript?.text],
  ];
  return sections
    .filter(([, text]) => text)
    .map(([heading, text]) => `# ${heading}\n\n${text}\n`)
    .join('\n');
}

const lines = (items, format) => (items ?? []).map((item) => `- ${format(item)}`).join('\n');
const minutes = (seconds) => (seconds == null ? 'unknown' : `${(seconds / 60).toFixed(1)} minutes`);
const timed = ({ name, durationSeconds }) => `${name}: ${minutes(durationSeconds)}`;
const known = (...parts) => parts.filter((part) => part != null && part !== '').join(', ');
const withItems = (title, items) =>
  [title, ...(items ?? []).map(({ text }) => `  - ${text}`)].join('\n');

function about(call) {
  const facts = {
    Title: call.title,
    URL: call.url,
    Purpose: call.purpose,
    Start: call.startedAt,
    Duration: minutes(call.durationSeconds),
    Host: call.primaryUser?.name,
    Workspace: call.workspace?.name,
    Direction: call.direction,
    Scope: call.scope,
    System: call.system,
    Language: call.language,
    'Custom data': call.customData,
  };
  return Object.entries(facts)
    .filter(([, value]) => value != null)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}

const person = ({ name, title, emailAddress, affiliation }) =>
  known(name ?? 'Unknown', title, emailAddress, affiliation?.toLowerCase());

const crmObjects = (call) =>
  (call.context ?? []).flatMap(({ system, objects }) =>
    objects.map((object) => ({ system, ...object })),
  );
const crmObject = ({ system, objectType, fields }) => {
  const filled = fields.filter(({ value }) => value != null);
  return `${system} ${objectType}: ${known(...filled.map(({ name, value }) => `${name} = ${JSON.stringify(value)}`))}`;
};

const tracker = ({ name, count, phrases }) => {
  const said = known(...(phrases ?? []).map(({ phrase }) => phrase));
  return said ? `${name}: ${count} (${said})` : `${name}: ${count}`;
};

function interaction(measured) {
  if (!measured) return '';
  const { speakers, stats, companyQuestionCount, nonCompanyQuestionCount } = measured;
  const talk = (speakers ?? []).map(
    ({ party, talkTimeSeconds }) =>
      `${party?.name ?? 'Unknown'} talked: ${minutes(talkTimeSeconds)}`,
  );
  const others = (stats ?? []).map(({ name, value }) => `${name}: ${value}`);
  const questions = [
    `Questions of the company: ${companyQuestionCount ?? 'unknown'}`,
    `Questions of others: ${nonCompanyQuestionCount ?? 'unknown'}`,
  ];
  return lines([...talk, ...others, ...questions], (line) => line);
}

const review = ({ scorecardName, reviewer, answers }) =>
  [
    `${scorecardName}, by ${reviewer?.name ?? 'Gong'}`,
    ...(answers ?? []).map(
      ({ question, score, text }) =>
        `  - ${question?.text ?? 'Question'}: ${known(score, text) || 'no answer'}`,
    ),
  ].join('\n');
