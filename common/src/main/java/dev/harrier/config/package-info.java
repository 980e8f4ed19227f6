/**
 * What a site configures: {@code harrier.yml}, read strictly (an unknown key is an error that names the nearest one), with every
 * problem at its line. Credentials are named there, never written.
 */
package dev.harrier.config;
