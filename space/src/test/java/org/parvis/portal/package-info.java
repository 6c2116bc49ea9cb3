@NullMarked
package org.parvis.portal;

import org.jspecify.annotations.NullMarked;
