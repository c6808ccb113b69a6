import { scene } from './scene.js';

/** How calls begin. */
export const smallTalk = scene(
  'Introductions',
  null,
  `
= {buyer} and {rep} introduce themselves
Rep: Hi {buyer}, this is {rep} from Lumenta. [Can you hear me all right?|Good to see you.|Thanks for making the time.]
Buyer: Yes, loud and clear. [Sorry, I am a minute late.|Nice to meet you, {rep}.|The last meeting ran over, as usual.]
Rep: No problem at all. How is [the week|the quarter|the weather over there]?
Buyer: [Busy, but good.|Quarter end, so you can imagine.|Better now that it is almost Friday.] Shall we start?
= Everybody is on the call except one late joiner
Rep: We are waiting for one more person. Should we give them [a minute|two minutes]?
Buyer: Let us begin. They will join when they are out of their other call.
Rep: Perfect, and I will send a recap afterwards anyway.
`,
);

/** What a call is for. */
export const agenda = scene(
  'Agenda',
  'Call Setup',
  `
= Agenda agreed, with a hard stop at the end of the slot
Rep: My plan for today was to [learn how you work|pick up where we left off|cover the open points] and agree on next steps. Does that fit?
Buyer: That works. I have a hard stop [at the half hour|on the hour], so let us keep time for questions.
Rep: Understood. If anything is missing, stop me at any point.
= {customer} wants to focus on {pain}
Rep: Before I start, what would make this call a good use of your time?
Buyer: For us it is mostly about {pain}. Everything else is nice to have.
Rep: Then that comes first.
`,
);

/** How the customer works now. */
export const currentProcess = scene(
  'Current process',
  'Discovery',
  `
= {customer} forecasts in {tool}
Rep: How do you build the forecast today? Who owns it?
Buyer: Honestly, it lives in {tool}. Every manager keeps a copy, and on Monday morning somebody merges them.
Rep: And how far off was the last one?
Buyer: [About twenty percent.|More than I would like to say on a recording.|Far enough that our CFO asked questions.]
= About {seats} people at {customer} would use the product
Rep: How many people are on the team?
Buyer: Around {seats} in the field, plus [enablement|a small operations team|the managers].
Rep: And do they all work in {crm}?
Buyer: They should. Whether they log everything in {crm} is another question.
= New hires at {customer} take months to ramp up
Rep: What happens when somebody new joins?
Buyer: They shadow a colleague for [six weeks|two months] and read a very long document. After that we hope for the best.
Rep: So nobody can listen to how your best people handle a call?
Buyer: Exactly. That knowledge stays in a few heads.
= The team loses hours on notes and follow-up
Rep: Where does the time of your reps go?
Buyer: Typing notes, mostly. They finish a call and spend [twenty minutes|half an hour] on {crm} and a follow-up mail.
Rep: If that were done for them, what would they do instead?
Buyer: Call more customers, I hope.
`,
);

/** What hurts, and who decides. */
export const pains = scene(
  'Challenges and goals',
  'Discovery',
  `
=! {customer} struggles with {pain}
Rep: You wrote that {pain} is a problem. What does it cost you?
Buyer: Last quarter we lost [two deals|three renewals|a large account] and found out after the fact. The signs were there, nobody saw them.
Rep: Who feels that most?
Buyer: Our board, and then everybody below it. That is why I got the budget to look at this.
= The goal is a decision before {deadline}
Rep: Is there a date by which this needs to be solved?
Buyer: We want to decide before {deadline}. After that everybody is on vacation.
Rep: That is [tight but doable|realistic]. Who besides you takes part in the decision?
Buyer: Our CFO signs, and IT has a veto. The sales managers have to like it.
=! {customer} tried {competitor} and was not happy
Rep: Have you looked at other solutions?
Buyer: We had {competitor} in a pilot. The reports were fine, but the team did not use it.
Rep: What was missing?
Buyer: It took too many clicks, and the integration with {crm} broke twice.
`,
);
