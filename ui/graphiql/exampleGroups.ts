/** An example in the menu, by the name of its operation. */
export interface MenuEntry {
  readonly name: string;
  readonly shows: string;
}

export interface ExampleGroup {
  readonly title: string;
  readonly entries: readonly MenuEntry[];
}

function group(title: string, entries: Readonly<Record<string, string>>): ExampleGroup {
  return { title, entries: Object.entries(entries).map(([name, shows]) => ({ name, shows })) };
}

/** The menu of examples: one entry for each file in starters/. */
export const exampleGroups: readonly ExampleGroup[] = [
  group('Calls', {
    LatestCalls: 'The latest calls, with parties and reviews',
    TranscriptWithNames: 'Who said what, sentence by sentence',
    CompetitorTrackers: 'Where competitors were mentioned',
    WalkPages: 'Page after page of a long list',
    Library: 'Workspaces, folders, and their calls',
  }),
  group('Search, numbers, and changes', {
    SearchSpokenWords: 'Passages in which words were said',
    CallsByHostAndWeek: 'Calls and talk ratios, by host and week',
    WhatHasChanged: 'Calls that changed since a cursor',
  }),
  group('People and coaching', {
    People: 'Users, managers, and direct reports',
    FindPerson: 'A user by email address or phone number',
    ActivityOfUsers: 'What users did in the last 30 days',
    Coaching: 'How a manager coaches direct reports',
    ScorecardsAndReviews: 'Scorecards, questions, and answers',
  }),
  group('Gong Engage and CRM', {
    FlowsOfAUser: 'Flows that a user can assign prospects to',
    Tasks: 'Open tasks of users',
    UploadedCrm: 'Objects of an uploaded CRM',
    OutcomesAndBriefs: 'Dialer outcomes and AI briefs',
  }),
  group('Access and privacy', {
    Permissions: 'What the profiles of each workspace allow',
    DataSubject: 'Everything that Gong holds about a person',
    AgainByNodeId: 'Objects of any type by nodeId',
  }),
  group('Changes', {
    CreateCall: 'Registers a call that was recorded elsewhere',
    SendRecording: 'An upload URL for a recording',
    WatchItAppear: 'The state of that call, until Gong shows it',
    DigitalInteraction: 'Reports an interaction with content',
    AskGong: 'A question to the AI of Gong: spends credits',
  }),
];
