/** The pages of docs/ that a package has in its hub folder: how a hub is run, and all that this page leads to. A test follows their links. */
export const HUB_PAGES = ['running.md', 'desks.md', 'health.md', 'http.md', 'health-alerts.json'];
