import { scene } from './scene.js';

/** Showing the product. */
export const overview = scene(
  'Product overview',
  'Product Demo',
  `
= {rep} shows the main screen of {product}
Rep: Let me share my screen. You should see {product} now. [Is it large enough?|Tell me when it appears.]
Buyer: Yes, we can see it.
Rep: On the left are your deals, ordered by risk. The color tells you where the conversation has gone quiet.
Buyer: And that comes from calls and emails, not from what the rep types?
Rep: Right. Nobody has to fill in anything.
= {customer} likes that every statement links to the recording
Rep: When I click on a sentence here, the recording plays from exactly that moment.
Buyer: Oh, that is nice. [Our managers will love that.|So nobody can say it was never mentioned.]
Rep: It is usually the feature people use first.
= Search across all conversations with {industry} examples
Rep: Say you want to know what your {industry} customers think about a price change. You type it here, and you get every passage.
Buyer: Does it work in other languages? We have a team in [Berlin|Lyon|Osaka].
Rep: It does, in more than seventy of them.
`,
);

/** Going into detail. */
export const deepDive = scene(
  'Features in detail',
  'Product Demo',
  `
= Forecast view replaces {tool}
Rep: This is the forecast view. It replaces what you do in {tool} now.
Buyer: Can a manager override the number?
Rep: Yes, and you see both, the override and what the data says.
Buyer: Good. That difference is the conversation I want to have on Mondays.
= Coaching with scorecards
Rep: Here a manager scores a call with a scorecard of your own. The rep gets the feedback next to the moment it is about.
Buyer: Could the scoring be automatic?
Rep: For most questions, yes. Many teams begin by hand to agree on what good looks like.
= Integration with {crm} in both directions
Buyer: How does this talk to {crm}? We have a lot of custom fields.
Rep: Both ways. Custom fields are mapped once, by an administrator. It takes [an hour|an afternoon].
Buyer: And if a field is renamed?
Rep: You get a warning before anything breaks.
=! {buyer} worries that the team will feel watched
Buyer: My worry is that people will feel watched. How do others handle that?
Rep: It is a fair concern. What works is to start with calls people choose to share, and to praise in public.
Buyer: I would need that in the rollout plan.
`,
);

/** Whether it is safe. */
export const security = scene(
  'Security and compliance',
  'Security',
  `
=! IT at {customer} has to review data residency and GDPR
Buyer: Our security team will ask where the data is stored. We are strict about GDPR.
Rep: You can choose the region, and it stays there. I will send you our SOC 2 report and the data processing agreement.
Buyer: And consent? In some states both sides have to agree to a recording.
Rep: There is a consent page, and a spoken notice for phone calls.
= Single sign-on is a must
Buyer: We need single sign-on, and users have to disappear when they leave.
Rep: Both are included. It works with [Okta|Entra|any SAML provider].
Buyer: Then IT will be happier than usual.
`,
);

/** Who else is in the race. */
export const competition = scene(
  'Competition',
  'Competitors',
  `
=! {competitor} made {customer} an offer
Buyer: You should know that {competitor} is in the race too. They were quite aggressive on price.
Rep: Thanks for being open. If the price were the same, which one would you take?
Buyer: Yours, I think. The team found it easier.
Rep: Then let us make sure that the comparison is fair. Their package does not include [the forecast|coaching|the integration].
= Reference call with a customer from {industry}
Buyer: Could we speak with somebody from {industry} who uses you?
Rep: Of course. I have [two|three] in mind, one of them came from {competitor}.
Buyer: That would help a lot.
`,
);

/** What it costs. */
export const pricing = scene(
  'Pricing',
  'Pricing',
  `
= List price is {price} a seat for {seats} seats
Buyer: So what does it cost?
Rep: The list price is {price} dollars per seat and year, plus a platform fee. For {seats} seats you are in the second tier.
Buyer: Is support included?
Rep: It is, and so is onboarding.
=! The budget of {customer} does not cover the full price
Buyer: I will be honest, that is more than our budget. We planned for [less|about two thirds of it|something closer to what we pay now].
Rep: Is it the total or the timing that hurts?
Buyer: The total this year. Next year is easier.
Rep: Then we could start with the teams that need it most and grow in spring.
=! {buyer} asks for a discount of {discount} percent
Buyer: {competitor} offered a discount of {discount} percent without being asked. Can you match that?
Rep: I can take it to my manager. What could you give in return, a two-year term for example?
Buyer: Two years might be possible if the price is fixed.
= Return on investment from time saved
Rep: Let us do the math together. {seats} people, half an hour a day.
Buyer: That is a lot of hours. Our CFO will not believe it, but even a third of it pays for the thing.
Rep: I will put it in a one-page summary for them.
`,
);
