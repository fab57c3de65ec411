/**
 * What an application may do to a request: succeed, fail, hang. Knows nothing of the tests, so that
 * it can be deployed as an application of its own. Start at
 * {@link org.example.scenarios.Scenarios}.
 */
@NullMarked
package org.example.scenarios;

import org.jspecify.annotations.NullMarked;
