import { reportOn, type InputRule } from './rule.js';

const prospectOrInstances: InputRule = ({ crmProspectId, flowInstanceIds, flowId }, context) => {
  if ((crmProspectId == null) === (flowInstanceIds == null)) {
    reportOn(
      context,
      'crmProspectId',
      'or "flowInstanceIds" is required, and only one of them: name a prospect, or assignments',
    );
  } else if (flowId != null && crmProspectId == null) {
    reportOn(
      context,
      'flowId',
      'must be omitted without "crmProspectId": each assignment is of one flow',
    );
  }
};

const nameOfNewPerson: InputRule = ({ crmId, firstName, lastName }, context) => {
  if (crmId != null) return;
  for (const [member, value] of Object.entries({ firstName, lastName })) {
    if (value != null) continue;
    reportOn(context, member, 'is required without "crmId": Gong creates the person with it');
  }
};

const changesSomething: InputRule = ({ status, dueAt, priority }, context) => {
  if ((status ?? dueAt ?? priority) != null) return;
  reportOn(context, 'status', 'is required without "dueAt" and "priority": name what to change');
};

export const engageRules: Readonly<Record<string, readonly InputRule[]>> = {
  UnassignFromFlowsInput: [prospectOrInstances],
  FlowProspectInput: [nameOfNewPerson],
  UpdateTaskInput: [changesSomething],
};
