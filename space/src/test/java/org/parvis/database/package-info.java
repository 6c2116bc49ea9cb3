@NullMarked
package org.parvis.database;

import org.jspecify.annotations.NullMarked;
