/**
 * Step 4, the shelf: hunts that need no article to be written, each a Sigma rule with the evidence that selects it. Pure; the
 * shipped ones are read from the class path once.
 */
package dev.harrier.hunt.catalogue;
