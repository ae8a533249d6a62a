/* What libyaml complains about, in plain words. */
#ifndef YAML_PROBLEM_H
#define YAML_PROBLEM_H

#include "base/diag.h"
#include "base/str.h"
#include <yaml.h>

/* Reports the error that `parser` stopped at in `bytes`. */
void problem_report(const yaml_parser_t *parser, const char *file, struct str bytes,
                    struct diag *diag);
/* Reports the byte at `offset`, which is not UTF-8. */
void problem_of_encoding(const char *file, struct str bytes, size_t offset, struct diag *diag);

#endif
