"""Why a service is or is not operational: conditions, reasons and the fields of the status."""
