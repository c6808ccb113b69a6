import { DropdownMenu, pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useId, type ReactNode } from 'react';
import { exampleGroups, type ExampleGroup } from './exampleGroups.js';
import { startersByName } from './starters.js';

/** Opens an example in a tab of its own, or the tab in which it is open already. */
function useOpenExample(): (name: string) => void {
  const actions = useGraphiQLActions();
  const { tabs, activeTabIndex, queryEditor, variableEditor } = useGraphiQL(
    pick('tabs', 'activeTabIndex', 'queryEditor', 'variableEditor'),
  );
  return (name) => {
    const starter = startersByName.get(name);
    if (starter === undefined) return;
    const open = tabs.findIndex(({ query }) => query === starter.query);
    if (open >= 0) {
      if (open !== activeTabIndex) actions.changeTab(open);
    } else {
      if (tabs[activeTabIndex]?.query?.trim()) actions.addTab();
      queryEditor?.setValue(starter.query);
      variableEditor?.setValue(starter.variables ?? '');
      actions.updateActiveTabValues(starter);
    }
    // GraphiQL reads the name from the text only after a pause. Until then, a run would have the name of the last tab.
    actions.setOperationName(name);
  };
}

/** The examples, in groups. */
export function ExamplesMenu(): ReactNode {
  const open = useOpenExample();
  return (
    <DropdownMenu>
      <DropdownMenu.Button className="cockpit-button">
        Examples <span aria-hidden="true">▾</span>
      </DropdownMenu.Button>
      <DropdownMenu.Content className="examples-menu" collisionPadding={8}>
        <div className="examples-columns">
          {exampleGroups.map((group) => (
            <Group key={group.title} group={group} open={open} />
          ))}
        </div>
      </DropdownMenu.Content>
    </DropdownMenu>
  );
}

function Group(props: {
  readonly group: ExampleGroup;
  readonly open: (name: string) => void;
}): ReactNode {
  const { group, open } = props;
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className="examples-group">
      <div id={id} className="examples-title">
        {group.title}
      </div>
      {group.entries.map(({ name, shows }) => (
        <DropdownMenu.Item
          key={name}
          onSelect={() => {
            open(name);
          }}
        >
          <span className="examples-name">{name}</span> {shows}
        </DropdownMenu.Item>
      ))}
    </div>
  );
}
