import type { Environment } from './values.js';

/** Either of them turns the export of traces on. The SDK of OpenTelemetry reads them and its other variables itself. */
const endpointVariables = ['OTEL_EXPORTER_OTLP_ENDPOINT', 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'];

/** Returns whether traces are exported. The SDK would send them to this machine when it cannot read an endpoint. */
export function parseTraces(environment: Environment) {
  const set = endpointVariables.filter((name) => environment[name] !== undefined);
  const problems = set
    .filter((name) => !/^https?:$/.test(protocolOf(environment[name] ?? '')))
    .map(
      (name) =>
        `${name} must be an http or https URL. Set it to the URL of a collector, such as http://collector.example.com:4318.`,
    );
  return { value: set.length > 0, problems };
}

function protocolOf(url: string): string {
  return URL.canParse(url) ? new URL(url).protocol : '';
}
