import type { CallKind } from '../callPlan.js';
import { contract, goodbye, issue, nextSteps, pipeline, usage } from './closing.js';
import { agenda, currentProcess, pains, smallTalk } from './opening.js';
import type { Scene } from './scene.js';
import { competition, deepDive, overview, pricing, security } from './selling.js';

export type { Exchange, Mark, Role, Scene } from './scene.js';

/** The scenes of each kind of call, in order. */
export const SCRIPTS: Readonly<Record<CallKind, readonly Scene[]>> = {
  discovery: [smallTalk, agenda, currentProcess, pains, overview, nextSteps, goodbye],
  demo: [smallTalk, agenda, overview, deepDive, security, pricing, nextSteps, goodbye],
  pricing: [smallTalk, agenda, pricing, competition, security, nextSteps, goodbye],
  negotiation: [smallTalk, competition, pricing, contract, nextSteps, goodbye],
  support: [smallTalk, issue, usage, nextSteps, goodbye],
  renewal: [smallTalk, agenda, usage, pricing, contract, nextSteps, goodbye],
  internal: [pipeline, currentProcess, goodbye],
};

/** What `{slots}` are filled from, one choice per call. */
export const SLOTS = {
  product: ['Lumenta Insights', 'Lumenta Forecast', 'Lumenta Coach'],
  competitor: ['Talkwell', 'Rivermind', 'CallPeak'],
  tool: ['a spreadsheet', 'a shared Google Sheet', 'three different spreadsheets', 'a slide deck'],
  crm: ['Salesforce', 'HubSpot', 'our CRM'],
  pain: [
    'forecast accuracy',
    'losing deals without knowing why',
    'slow onboarding of new reps',
    'notes that never reach the CRM',
    'coaching a remote team',
  ],
  seats: ['25', '40', '60', '85', '120', '200'],
  price: ['1,200', '1,440', '1,600'],
  discount: ['10', '15', '20', '30'],
  deadline: ['the end of the month', 'the end of the quarter', 'July', 'September', 'Christmas'],
  days: ['30', '45', '60'],
} as const;
