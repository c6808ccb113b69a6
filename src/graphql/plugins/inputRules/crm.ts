import { builtInNames, rowMembers } from '../../inputs/crmUploads.js';
import type { CrmRowInput, CrmUploadType } from '../../generated/graphql.js';
import { reportOn, type InputRule } from './rule.js';

const rowsFitType: InputRule = ({ objectType, rows }, context) => {
  if (rows == null) return;
  const { allowed, required } = rowMembers[objectType as CrmUploadType];
  for (const [index, row] of (rows as readonly CrmRowInput[]).entries()) {
    const names = Object.keys(row) as (keyof CrmRowInput)[];
    for (const name of names) {
      if (row[name] == null || allowed.has(name)) continue;
      reportOn(
        context,
        `rows[${index}].${name}`,
        `must be omitted: no ${objectType as string} has it`,
      );
    }
    for (const name of required) {
      if (row[name] != null || (name === 'emailAddress' && row.isDeleted === true)) continue;
      reportOn(
        context,
        `rows[${index}].${name}`,
        `is required: Gong needs it for each ${objectType as string}`,
      );
    }
  }
};

const rowsDiffer: InputRule = ({ rows }, context) => {
  if (rows == null) return;
  const seen = new Map<string, number>();
  for (const [index, { objectId }] of (rows as readonly CrmRowInput[]).entries()) {
    const first = seen.get(objectId);
    if (first === undefined) {
      seen.set(objectId, index);
      continue;
    }
    reportOn(
      context,
      `rows[${index}].objectId`,
      `must differ from that of rows[${first}]: Gong accepts one version of an object in an upload. Send ` +
        'the other in a later upload',
    );
  }
};

const customFieldsAreCustom: InputRule = ({ customFields }, context) => {
  if (customFields == null) return;
  if (typeof customFields !== 'object' || Array.isArray(customFields)) {
    reportOn(
      context,
      'customFields',
      'must be an object that holds values by the names of their fields',
    );
    return;
  }
  const own = Object.keys(customFields).find((name) => builtInNames.has(name));
  if (own === undefined) return;
  reportOn(context, 'customFields', `must not hold ${own}: a member of the row has that value`);
};

/** Returns a rule for a member that one type of value requires and the others forbid. */
function onlyOf(type: string, member: string): InputRule {
  return (values, context) => {
    const isGiven = values[member] != null;
    if (values['type'] === type) {
      if (!isGiven && values['isDeleted'] !== true) {
        reportOn(context, member, `is required for a ${type}`);
      }
    } else if (isGiven) {
      reportOn(context, member, `must be omitted: only a ${type} has it`);
    }
  };
}

const fieldsDiffer: InputRule = ({ fields }, context) => {
  const names = (fields as readonly { readonly name: string }[]).map(({ name }) => name);
  const twice = names.findIndex((name, index) => names.indexOf(name) !== index);
  if (twice < 0) return;
  reportOn(context, `fields[${twice}].name`, 'must differ from that of every other field');
};

export const crmRules: Readonly<Record<string, readonly InputRule[]>> = {
  UploadCrmObjectsInput: [rowsFitType, rowsDiffer],
  CrmRowInput: [customFieldsAreCustom],
  ReplaceCrmSchemaInput: [fieldsDiffer],
  CrmSchemaFieldInput: [onlyOf('REFERENCE', 'referenceTo'), onlyOf('PICKLIST', 'picklistValues')],
};
