/**
 * What the launcher's class-data archive is made of: a command is run against a stand-in for Azure on this machine, and the JVM writes
 * down which classes that took. Comes in: a folder; goes out: nothing but loaded classes. Nobody is reached beyond this machine.
 */
package dev.harrier.rehearsal;
