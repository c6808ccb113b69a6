import { scene } from './scene.js';

/** The paper. */
export const contract = scene(
  'Contract terms',
  'Contract',
  `
=! Legal at {customer} wants changes to liability and termination
Buyer: Legal came back with comments. They do not like the liability cap, and they want to leave after a year.
Rep: The cap is standard, but I can ask. For the exit, would a break clause with [sixty|ninety] days notice help?
Buyer: That would probably do it.
= Payment is annual, net {days}
Buyer: How is it invoiced? Procurement wants net {days}.
Rep: Annually in advance. Net {days} is fine if the order comes before {deadline}.
Buyer: Then please write it on the order form.
= Signature planned before {deadline}
Rep: If the contract is with you by [tomorrow|Thursday], can you sign before {deadline}?
Buyer: If our CFO is in the office, yes. She signs electronically anyway.
Rep: I will send it to both of you.
`,
);

/** Something does not work. */
export const issue = scene(
  'Reported issue',
  'Support',
  `
=! Calls of {customer} stopped syncing to {crm}
Buyer: Since [Monday|the update|last week] our calls do not show up in {crm} any more.
Rep: Let me look. Does it concern all users or only some?
Buyer: Only the ones in the new region, about {days} people.
Rep: Then it is most likely the permission of the integration user.
= A changed permission in {crm} caused it
Rep: I see the error in the log. The integration user lost access to a field.
Buyer: Somebody cleaned up profiles last week. That must be it.
Rep: If you grant it again, the missing calls come in by themselves within [an hour|a day].
=! {customer} waited too long for an answer
Buyer: To be frank, we waited [three days|a week] for a reply to our ticket. That is not what we pay for.
Rep: You are right, and I am sorry. It was routed to the wrong team. You have my direct number now.
Buyer: Thank you, I appreciate that.
`,
);

/** How it is used. */
export const usage = scene(
  'Adoption review',
  'Customer Success',
  `
= Two thirds of the seats of {customer} are active every week
Rep: Let us look at adoption. Two thirds of your seats were active last week, which is good for {industry}.
Buyer: And the rest?
Rep: Mostly people in the team that joined in spring. A training session would help.
Buyer: Let us plan one.
= {product} helped {customer} to ramp new hires faster
Buyer: One thing I can say is that new hires are ready about [a month|three weeks] earlier. They listen to calls before they make any.
Rep: May we quote you on that?
Buyer: Ask our marketing, but I would say yes.
=! {competitor} approached {customer} before the renewal
Buyer: The renewal is due by {deadline}, and {competitor} keeps calling us.
Rep: What would you need from us to stay?
Buyer: A fair price and the reporting features you promised last year.
Rep: The reporting is out. Let me show it to you right now.
`,
);

/** Talk inside the company. */
export const pipeline = scene(
  'Pipeline',
  'Internal',
  `
= Commit for the quarter is at risk by one deal
Rep: Let us go through the commit. Which one keeps you awake?
Buyer: The one in {industry}. The champion has gone quiet since the pricing call.
Rep: Who else do we know there?
Buyer: Their head of IT. I will write to him today.
=! {competitor} shows up in more deals than last quarter
Buyer: {competitor} was in [four|five|six] of my deals this month. They lead with a discount every time.
Rep: Did the battle card help?
Buyer: Partly. We need a better answer on price.
= Coaching: ask more questions before showing {product}
Rep: I listened to your demo. You started to show {product} after three minutes.
Buyer: They asked for it.
Rep: They did, and still, two more questions would have told you what to show.
Buyer: Fair point. I will try it on the next one.
= {deadline} is the cut-off for the pilot
Buyer: Engineering says that the pilot has to end by {deadline}.
Rep: Then let us tell the customers now and not the week before.
Buyer: I will draft something.
`,
);

/** What happens next. */
export const nextSteps = scene(
  'Next steps',
  'Next Steps',
  `
=> {rep} sends a summary and the recording
Rep: Let me sum up. I will send you a summary and the recording [today|by tomorrow].
Buyer: Great, I will forward it to my team.
=> Follow-up meeting with IT in the week of {deadline}
Rep: As a next step I would suggest a session with your IT people. How is [Tuesday|Wednesday|Thursday]?
Buyer: Afternoon works. I will invite them.
=> {buyer} talks to the CFO about the budget
Buyer: I have to talk to our CFO about the budget first. Give me until the end of the week.
Rep: Sure. Shall I prepare a page with the numbers?
Buyer: Yes please, she likes numbers.
=> {rep} sets up a trial for ten users
Rep: I can set up a trial for ten of your people. You would see your own calls in it.
Buyer: Let us do that. I will send you the names.
`,
);

/** How calls end. */
export const goodbye = scene(
  'Wrap-up',
  null,
  `
= Everybody says goodbye
Rep: Thank you very much for your time, {buyer}. [Have a great day.|Enjoy the weekend.|Talk soon.]
Buyer: Thanks, {rep}. [Bye.|Talk to you next week.|That was helpful.]
`,
);
