import * as React from 'react';

// The development build of React makes an error with a stack for each element, to name its owner in a warning. That took a seventh of the
// console's tests. React makes none once it counts 10,000 of them in a second, so it always counts so many here. It warns all the same.
type Internals = Readonly<Record<string, object>>;
const internals = (React as unknown as Internals).__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE;
if (internals) Object.defineProperty(internals, 'recentlyCreatedOwnerStacks', { get: () => 10_000, set: () => {} });
