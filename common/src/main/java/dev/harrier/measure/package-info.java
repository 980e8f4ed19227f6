/** Step 7: what came back. A count is never a bare integer: failed, partial, capped and unsearchable counts are cases of their own. */
package dev.harrier.measure;
