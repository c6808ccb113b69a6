/** What viewers may see and do, as an operator configures it with policy words. */
export interface PolicySettings {
  readonly privateCalls: 'hide' | 'show';
  /** Names or IDs of the workspaces whose calls may be seen; null: all. */
  readonly workspaces: readonly string[] | null;
  /**
   * Whose calls may be seen: all users', the viewer's, those of the viewer and all reports, or those that the
   * viewer's permission profile in Gong shows.
   */
  readonly calls: 'all' | 'own' | 'team' | 'profile';
  readonly mask: { readonly emails: boolean; readonly phones: boolean };
  /** `default`: refused when the policy restricts more than private calls. */
  readonly rawRequests: 'default' | 'deny' | 'allow';
  readonly readOnly: boolean;
  readonly auditLog: 'default' | 'deny';
}

/** The policy without any words. */
export const defaultPolicy: PolicySettings = {
  privateCalls: 'hide',
  workspaces: null,
  calls: 'all',
  mask: { emails: false, phones: false },
  rawRequests: 'default',
  readOnly: false,
  auditLog: 'default',
};

/** The policy that hides, masks, and refuses nothing. */
export const openPolicy: PolicySettings = { ...defaultPolicy, privateCalls: 'show' };

/** The valid part of a parsed policy, and its problems, each as the end of a sentence. */
export interface ParsedPolicy {
  readonly value: PolicySettings;
  readonly problems: readonly string[];
}

/** What a word sets. Two words that set the same contradict each other. */
interface Word {
  readonly about: string;
  /** What the word does, for the reference of policy words. */
  readonly meaning: string;
  readonly apply: (settings: PolicySettings) => PolicySettings;
}

const words: Readonly<Record<string, Word>> = {
  'hide-private': {
    about: 'private',
    meaning: 'Hides private calls, also from their hosts. This is the default.',
    apply: (each) => ({ ...each, privateCalls: 'hide' }),
  },
  'show-private': {
    about: 'private',
    meaning: 'Shows private calls.',
    apply: (each) => ({ ...each, privateCalls: 'show' }),
  },
  'own-calls': {
    about: 'calls',
    meaning: 'Shows only calls that the viewer hosted (`primaryUser`).',
    apply: (each) => ({ ...each, calls: 'own' }),
  },
  'team-calls': {
    about: 'calls',
    meaning:
      'Shows only calls that the viewer hosted, or a user below the viewer in the reporting line, over all levels.',
    apply: (each) => ({ ...each, calls: 'team' }),
  },
  'gong-profile': {
    about: 'calls',
    meaning:
      "Shows only calls of users whose calls the viewer's permission profile in Gong shows, in each workspace. Shows none in a workspace where the viewer has no profile.",
    apply: (each) => ({ ...each, calls: 'profile' }),
  },
  'mask-emails': {
    about: 'emails',
    meaning: 'Replaces the local part of every email address: `x@acme.com` becomes `•••@acme.com`.',
    apply: (each) => ({ ...each, mask: { ...each.mask, emails: true } }),
  },
  'mask-phones': {
    about: 'phones',
    meaning: 'Replaces phone numbers: `•••` and the last two digits remain.',
    apply: (each) => ({ ...each, mask: { ...each.mask, phones: true } }),
  },
  'no-raw-requests': {
    about: 'raw',
    meaning: 'Denies `gongRequest`.',
    apply: (each) => ({ ...each, rawRequests: 'deny' }),
  },
  'raw-requests': {
    about: 'raw',
    meaning:
      'Allows `gongRequest` where the policy would deny it, if `GATEWAY_RAW_REQUESTS` is `on`. Raw requests bypass most of what a policy hides.',
    apply: (each) => ({ ...each, rawRequests: 'allow' }),
  },
  'read-only': {
    about: 'writes',
    meaning: 'Denies every mutation, including upload URLs. `gongRequest` may still read.',
    apply: (each) => ({ ...each, readOnly: true }),
  },
  'no-audit': {
    about: 'audit',
    meaning:
      'Denies the audit log, by `gongRequest` too. Policies that restrict more than private calls deny it anyway.',
    apply: (each) => ({ ...each, auditLog: 'deny' }),
  },
};

const WORKSPACES = 'workspaces=';

const WORKSPACES_MEANING =
  'Shows only these workspaces, by name or ID as stored in Gong: their calls, folders, trackers, and scorecards. ' +
  'Use the ID of a workspace whose name contains a comma or a `|`.';

/** Every policy word, and what it does. */
export const policyWords: readonly (readonly [word: string, meaning: string])[] = [
  ...Object.entries(words).map(([word, { meaning }]) => [word, meaning] as const),
  [`${WORKSPACES}Name|Name`, WORKSPACES_MEANING],
];

const KNOWN = policyWords.map(([word]) => word).join(', ');

/** Parses `own-calls, workspaces=Sales|EMEA, mask-emails`. Unknown or contradictory words are problems. */
export function parsePolicy(text: string): ParsedPolicy {
  const problems: string[] = [];
  const said = new Map<string, string>();
  let value = defaultPolicy;
  for (const word of text.split(',').map((each) => each.trim())) {
    if (word === '') continue;
    const meaning = wordOf(word);
    if (typeof meaning === 'string') {
      problems.push(meaning);
      continue;
    }
    const before = said.get(meaning.about);
    if (before !== undefined && before !== word) {
      problems.push(`contains both "${before}" and "${word}": keep one of them`);
    }
    said.set(meaning.about, word);
    value = meaning.apply(value);
  }
  return { value, problems };
}

/** Returns the meaning of a word, or what is wrong with it. */
function wordOf(word: string): Word | string {
  if (!word.startsWith(WORKSPACES)) {
    const known = Object.hasOwn(words, word) ? words[word] : undefined;
    return known ?? `contains the unknown word "${word}". Known words: ${KNOWN}`;
  }
  const names = word
    .slice(WORKSPACES.length)
    .split('|')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  // An empty list must not come to mean all workspaces.
  if (names.length === 0) return 'names no workspace. Example: workspaces=Sales|EMEA';
  const workspaces = [...new Set(names)];
  return {
    about: 'workspaces',
    meaning: WORKSPACES_MEANING,
    apply: (each) => ({ ...each, workspaces }),
  };
}
