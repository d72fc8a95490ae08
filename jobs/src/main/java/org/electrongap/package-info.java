/** Growth of power systems and of the load that data centres put on them, as Spark batch jobs. */
package org.electrongap;
