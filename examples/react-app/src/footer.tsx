import { useCosts, type Cost } from './costs';
import { count } from './format';

/** Shows what the latest operation cost, what is left of today's quota, and all operations since the page was opened. */
export function Footer() {
  const all = useCosts();
  const latest = all.at(-1);
  return (
    <footer>
      {latest === undefined ? (
        <p>No operation has been answered yet.</p>
      ) : (
        <details>
          <summary>
            <span>
              {latest.operation}: {count(latest.requests, 'Gong request')}
            </span>
            <span>{latest.remainingToday.toLocaleString('en')} left today</span>
            {latest.sandbox && <span className="sandbox">Sandbox: invented data</span>}
          </summary>
          <CostTable costs={all} />
        </details>
      )}
    </footer>
  );
}

function CostTable({ costs }: { costs: readonly Cost[] }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Operation</th>
          <th scope="col">Gong requests</th>
          <th scope="col">Answered by the gateway’s cache</th>
        </tr>
      </thead>
      <tbody>
        {costs.map(({ operation, requests, cacheHits }, index) => (
          <tr key={index}>
            <th scope="row">{operation}</th>
            <td>{requests}</td>
            <td>{cacheHits}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
