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
        primaryUserId
        workspaceId
        scope
        direction
        language
        isPrivate
        brief
        callOutcome { id name category }
        parties { id name emailAddress userId affiliation }
        trackers(detectedOnly: true) { id name count }
        transcript { text }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;
