import {
  DocExplorer,
  FieldLink,
  Search,
  TypeLink,
  useDocExplorer,
} from '@graphiql/plugin-doc-explorer';
import {
  DocsFilledIcon,
  DocsIcon,
  MarkdownContent,
  pick,
  useGraphiQL,
  type GraphiQLPlugin,
} from '@graphiql/react';
import {
  isIntrospectionType,
  isSpecifiedScalarType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { ReactNode } from 'react';

/** Names of types and fields that servers and composition tools add. */
const FOREIGN = /^_|__|^CacheControlScope$|^FieldSet$/;

/** The documentation pane. GraphiQL's shortcut for its search field depends on this title. */
export const docsPlugin: GraphiQLPlugin = {
  title: 'Documentation Explorer',
  icon: function DocsPluginIcon() {
    const visible = useGraphiQL((state) => state.visiblePlugin);
    return visible === docsPlugin ? <DocsFilledIcon /> : <DocsIcon />;
  },
  content: Docs,
};

function Docs(): ReactNode {
  const stack = useDocExplorer();
  const { schema, isIntrospecting, fetchError } = useGraphiQL(
    pick('schema', 'isIntrospecting', 'fetchError'),
  );
  // GraphiQL's own pane shows everything below the first page, and why there is no schema.
  if (stack.length > 1 || schema == null || isIntrospecting || fetchError !== null) {
    return <DocExplorer />;
  }
  return (
    <section className="graphiql-doc-explorer graph-docs" aria-label="Documentation Explorer">
      <div className="graphiql-doc-explorer-header">
        <div className="graphiql-doc-explorer-header-content">
          <div className="graphiql-doc-explorer-title">Docs</div>
        </div>
        <Search />
      </div>
      <div className="graphiql-doc-explorer-content">
        <FirstPage schema={schema} />
      </div>
    </section>
  );
}

/** Lists the entry points of the graph, and its types. */
function FirstPage({ schema }: { readonly schema: GraphQLSchema }): ReactNode {
  const roots = [schema.getQueryType(), schema.getMutationType()].filter((type) => type != null);
  const types = Object.values(schema.getTypeMap())
    .filter((type) => !isRootOrForeign(type, roots))
    .sort(byName);
  return (
    <>
      {schema.description && (
        <MarkdownContent type="description">{schema.description}</MarkdownContent>
      )}
      <nav className="docs-roots" aria-label="Entry points">
        {roots.map((type) => (
          <TypeLink key={type.name} type={type} />
        ))}
      </nav>
      {roots.map((type) => (
        <EntryPoints key={type.name} type={type} />
      ))}
      <details>
        <summary>All {types.length} types</summary>
        <ul className="docs-list">
          {types.map((type) => (
            <li key={type.name}>
              <TypeLink type={type} />
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

function byName(one: { readonly name: string }, other: { readonly name: string }): number {
  return one.name.localeCompare(other.name);
}

function isRootOrForeign(type: GraphQLNamedType, roots: readonly GraphQLObjectType[]): boolean {
  return (
    isIntrospectionType(type) ||
    isSpecifiedScalarType(type) ||
    FOREIGN.test(type.name) ||
    roots.some((root) => root === type)
  );
}

function EntryPoints({ type }: { readonly type: GraphQLObjectType }): ReactNode {
  const fields = Object.values(type.getFields())
    .filter(({ name }) => !FOREIGN.test(name))
    .sort(byName);
  return (
    <>
      <h2>{type.name}</h2>
      <ul className="docs-list">
        {fields.map((field) => (
          <li key={field.name}>
            <FieldLink field={field} /> <span>{firstSentence(field.description)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function firstSentence(description: string | null | undefined): string {
  const paragraph = (description ?? '').split('\n\n')[0] ?? '';
  const text = paragraph.replaceAll('`', '').replaceAll('\n', ' ');
  return /^.*?\.(?= [A-Z]|$)/.exec(text)?.[0] ?? text;
}
