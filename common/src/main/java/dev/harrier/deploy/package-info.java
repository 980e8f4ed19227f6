/**
 * Step 6: wanted and deployed objects in, a {@link dev.harrier.deploy.Plan} out. Pure: the same comparison for every SIEM. Absence
 * from the wanted never retires anything.
 */
package dev.harrier.deploy;
