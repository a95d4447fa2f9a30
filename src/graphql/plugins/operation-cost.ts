import type { ApolloServerPlugin } from '@apollo/server';
import { PortcullisError } from '../../domain/errors.ts';
import type { GraphContext } from '../context.ts';
import { costOf } from '../limits/cost.ts';
import { variableItems } from '../limits/input-size.ts';
import { checkLimit, type OperationLimits } from '../limits/limits.ts';
import { refusedOperation } from '../refused-operation.ts';

/** Refuses an operation whose answer could grow too large, once it is known which one it is and with what variables. */
export function operationCost(limits: OperationLimits): ApolloServerPlugin<GraphContext> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ schema, document, operation, request }) => {
        if (operation === undefined) return;
        const variables = request.variables ?? {};
        try {
          const items = variableItems(variables, limits);
          const result = costOf({ schema, document, operation, variables, variableItems: items, limits });
          checkLimit(limits, 'maxInputItems', result.inputItems);
          checkLimit(limits, 'maxCost', result.cost);
        } catch (error) {
          throw error instanceof PortcullisError ? refusedOperation(error) : error;
        }
      },
    }),
  };
}
