/** Items of a text, separated by commas: a name a line would be hundreds of lines. */
const list = (text: string): readonly string[] => text.trim().split(/,\s+/);

/** First names of many writings: a client that assumes ASCII should find out here. */
export const FIRST_NAMES = list(`
  Amelia, Søren, Priya, Zoë, Mateo, Ngọc, Jürgen, Chiamaka, Łukasz, Ananya, Oliver,
  Françoise, Yuki, Diego, Siobhán, Tariq, Ingrid, Kwame, Élodie, Noah, Mei, Rafael, Hannah,
  Ömer, Daria, Jack, Leila, Bjørn, Camila, Ethan, 陽菜, Grace, Nikolai, Fatima, Samuel, Aoife,
  Ravi, Clara, Žofia, Marcus
`);

/** Last names of many writings. */
export const LAST_NAMES = list(`
  Okafor, Müller, García, Nguyễn, O’Brien, Kowalski, Singh, Tanaka, Brown, Dubois, Håkansson,
  Rossi, Yılmaz, Carter, Haddad, de la Cruz, Iyer, Novák, Petrov, Mensah, Larsen, Ferreira,
  Cohen, Walsh, 佐藤, Lindqvist, Moreau, Adeyemi, Schmidt, Park, Jensen, Almeida, Reid,
  Ivanova, Chen, van den Berg, Fischer, Castillo, Nakamura, Hughes
`);

/** Jobs on the customer's side. */
export const CUSTOMER_TITLES = list(`
  VP of Sales, Head of Revenue Operations, Chief Revenue Officer, Sales Enablement Manager,
  IT Security Lead, Procurement Manager, Director of Customer Success, CFO, Sales Manager,
  Business Systems Analyst, Head of Data, Operations Director
`);

/** Companies that the imitated company sells to. */
export const CUSTOMER_NAMES = list(`
  Brightwater Logistics, Nordhavn Energi, Café Aurora, Halcyon Health, Tessera Robotics,
  Blue Heron Bank, Mistral Aerospace, Kestrel Insurance, Ōkami Games, Fjordline Ferries,
  Sunstone Hotels, Quarry Lane Legal, Verdant Foods, Polaris Telecom, Grünwald Maschinenbau,
  Copperleaf Media, Saffron Street, Ironbridge Steel, Lumen Optics, Delta Orchard,
  Pinecrest Schools, Atlas Freight, Marigold Retail, Zephyr Wind, Harbour & Finch,
  Solène Cosmétiques, Redwood Staffing, Northlight Studios, Castellan Security,
  Oakhurst Pharma, Tidal Software, Peregrine Travel, Silverline Rail, Meadowbrook Dairy,
  Anvil Construction, Cobalt Mining, Larkspur Labs, Granite Peak Credit Union, Velvet Crow,
  Summit Outdoor
`);

/** Fields in which customers work. */
export const INDUSTRIES = list(`
  Logistics, Energy, Hospitality, Healthcare, Manufacturing, Banking, Insurance, Retail,
  Media, Software
`);

/** Letters and digits that are left of a name in an address. */
export const toAddressPart = (name: string, fallback: string): string => {
  const plain = name
    .normalize('NFD')
    .replace(/[øØ]/g, 'o')
    .replace(/[łŁ]/g, 'l')
    .replace(/ı/g, 'i')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '');
  return plain === '' ? fallback : plain;
};
