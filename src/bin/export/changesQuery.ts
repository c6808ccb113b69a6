/** What `--changes` writes of each change, unless a query says otherwise. */
export const changesQuery = `query Changes($after: String) {
  callChanges(after: $after, first: 100) {
    nodes {
      kind
      callId
      changed
      seenAt
      call {
        id
        title
        url
        startedAt
        durationSeconds
        primaryUser { id name emailAddress }
        workspace { id }
        scope
        direction
        language
        isPrivate
        brief
        outcome { id name category }
        parties { partyId name emailAddress affiliation }
        trackers(detectedOnly: true) { trackerId name count }
        transcript { text }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;
