/**
 * Mail in and out: one door for every raw message whatever way it came, and the sender that only
 * {@code effect} calls.
 */
@NullMarked
@NamedInterface("mail")
package dev.continuo.runtime.connector.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
