@NullMarked
package org.parvis;

import org.jspecify.annotations.NullMarked;
