"""One public function for each thing a person can do; transactions open here, and nothing knows of HTTP."""
