/** YAML whose every key and character knows its line and column, for checks that must point at what they mean. Pure. */
package dev.harrier.hunt.yaml;
