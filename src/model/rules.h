/* Rules inside one record that its table cannot say. */
#ifndef MODEL_RULES_H
#define MODEL_RULES_H

#include "model/model.h"

void mission_rules(const struct mission *mission, struct diag *diag);
void release_rules(const struct release *release, struct arena *scratch, struct diag *diag);
/* ISO 3297: 0000-0000, the last a check digit modulo 11. */
void issn_rule(const struct string *issn, struct diag *diag);

#endif
