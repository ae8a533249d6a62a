/* The syntax of scalar values. */
#ifndef YAML_RULES_H
#define YAML_RULES_H

#include "base/colour.h"
#include "base/str.h"
#include <stdbool.h>
#include <stdint.h>

bool rule_id(struct str s); /* a-z 0-9 and -, neither first nor last */
/* RFC 5646, 2.1, the part in use: a language of two or three letters, then subtags of one to eight
 * letters or figures. */
bool rule_language(struct str s);
/* One @, a local part of RFC 5321 atoms, a domain with a dot; no white space. */
bool rule_email(struct str s);
/* http://, https:// or www. and a host with a dot; no white space. */
bool rule_url(struct str s);
bool rule_integer(struct str s, int64_t *out);
bool rule_boolean(struct str s, bool *out);
/* "#1F3A5F"; the inks follow from the screen colour, all grey as black. */
bool rule_colour(struct str s, struct colour *out);
/* The nearest valid id: capitals lowered, other characters as single hyphens; may be empty. */
struct str rule_id_near(struct arena *arena, struct str s);

#endif
